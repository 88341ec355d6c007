"""What a lost zone, a lost region and a mistake leave of production, whichever variables lead there."""


def production_survives(resources):
    resources = list(resources)
    databases = [values for _, kind, values, _ in resources if kind == "aws_db_instance" and values["identifier"].endswith("-prod")]
    if not databases:
        return
    for database in databases:
        if not database["multi_az"]:
            yield "the database is in one zone"
        if not database["deletion_protection"]:
            yield "the database goes without being asked twice"
        if database["backup_retention_period"] < 7:
            yield "the database's own backups end within a week"
    kinds = [kind for _, kind, _, _ in resources]
    if "aws_db_instance_automated_backups_replication" not in kinds:
        yield "the database's backups have no copy in another region"
    if not {"aws_backup_restore_testing_plan", "aws_backup_restore_testing_selection"} <= set(kinds):
        yield "restores are not tested"
    rules = [rule for _, kind, values, _ in resources if kind == "aws_backup_plan" for rule in values["rule"]]
    if not rules or not all(rule.get("copy_action") for rule in rules):
        yield "the vault's backups have no copy in another region"
