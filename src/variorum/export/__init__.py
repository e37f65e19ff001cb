"""Export: the tables and pages, to take along."""
