"""The finished file of a draft is read back and every figure in it bound again."""
