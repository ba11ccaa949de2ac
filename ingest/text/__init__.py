"""Vietnamese text: normal forms, numbers, dates, units, organisations. No I/O but vocabulary."""
