"""Establish: is this what the author wrote, and whose copy is it?"""
