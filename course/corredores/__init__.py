"""What a trainee has: tables, indicators, charts, explorers, checks and handing in."""
