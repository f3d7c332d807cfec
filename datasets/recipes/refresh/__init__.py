"""Newer editions from the publishers' own interfaces: fetched, compared with the tables, and put in only when told."""
