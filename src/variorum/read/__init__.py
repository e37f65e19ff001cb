"""Read: what does it say, and who says so?"""
