"""Variorum: a variorum edition of testimony.

>>> import variorum
>>> dossier = variorum.build("my-folder")
>>> for finding in dossier.findings():
...     print(finding.summary)
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["Dossier", "build", "open_dossier"]

if TYPE_CHECKING:
    from variorum.dossier import Dossier
    from variorum.pipeline import build


def open_dossier(path: Path | str) -> "Dossier":
    """Open a dossier that was built before. Raises ``DossierError`` where there is none."""
    from variorum.dossier import Dossier

    return Dossier(Path(path))


def __getattr__(name: str) -> Any:
    # Loaded when first used, so that `variorum --help` answers at once.
    if name == "build":
        from variorum.pipeline import build

        return build
    if name == "Dossier":
        from variorum.dossier import Dossier

        return Dossier
    raise AttributeError(f"module 'variorum' has no attribute {name!r}")
