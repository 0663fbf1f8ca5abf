"""What a business card says: from lines with their places on it to fields."""
