"""Systems: corresponding connectors and properties of several vendors. Rules propose, reviewers decide."""
