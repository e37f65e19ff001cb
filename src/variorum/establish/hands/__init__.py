"""Hands: for every character, who put it there."""
