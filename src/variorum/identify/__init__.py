"""Identify: who and where is that?"""
