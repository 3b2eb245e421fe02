"""Parts of OpenAPI files that readers of several vendors share."""
