"""placeholder"""


def plan_diff(): ...
