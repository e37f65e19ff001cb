"""The nouns: frozen records, their ids and their tables. No input or output happens here."""
