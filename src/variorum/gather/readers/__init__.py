"""One module per kind of file. Each has ``read(data, name) -> Reading`` and raises ``Unreadable``."""
