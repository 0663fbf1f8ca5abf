"""Reading logs of who was in touch with whom, and measuring on them what the program learns of each ego."""
