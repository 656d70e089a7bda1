### What was published of an outcome, as one phrase in full, in lists where two accounts stand side by side.

account-before = before: { $level }
account-after = after: { $level }
account-stated = stated: { $change }
account-start = programme began { $date }
account-benchmark = { $benchmark }: { $value }
