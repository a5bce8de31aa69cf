"""What keeps an issue from other eyes and proves who let it out: passwords, signatures, and their proof."""
