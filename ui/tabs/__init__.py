"""One module a tab: its components, and the handlers behind them."""
