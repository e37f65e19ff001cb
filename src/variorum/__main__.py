"""``python -m variorum`` is ``variorum``."""

from variorum.cli import app

if __name__ == "__main__":
    app()
