"""Business cards of people who do not exist: drawn, photographed and read again."""
