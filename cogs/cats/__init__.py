"""The album of cats: those whose owners let others see them."""
