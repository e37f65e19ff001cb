"""Confront: do they agree, and who is independent?"""
