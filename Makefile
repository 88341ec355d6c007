.DEFAULT_GOAL := help
.PHONY: help up down status test nightly e2e infra delivery format

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

up: ## Start the embedded two-node cluster with the operator and the board http://localhost:8080
	@deploy/local/up

down: ## Remove that cluster and everything it left outside the cache
	@deploy/local/down

status: ## Say what runs: nodes, operator, board, front door; for scripts, deploy/local/status has an exit code
	@deploy/local/status || true

test: ## Run all test tiers, from pure functions to a browser on the cluster
	@deploy/local/test

nightly: ## What is too long for make test: the cluster itself, lost nodes, the next operator, Helm on it, all mutations, long runs of the API
	@deploy/local/test-cluster
	@deploy/local/test-nodes
	@infra-terraform/verify mutations
	@deploy/verify cluster
	@board-app/api/nightly

e2e: ## Run only the cluster tests, on the cluster of `make up` or of KUBECONFIG
	@kubeconfig=$${KUBECONFIG:-$$(deploy/local/kubeconfig)} && PATH=$$PATH:$$(deploy/local/binaries) KUBECONFIG=$$kubeconfig mvn -B -ntp -pl operator -Pe2e verify

infra: ## Plan-test the Terraform of the EKS substrate, without an account
	@infra-terraform/verify

delivery: ## Test what is shipped: charts, GitOps, policies, alerts, on a real API server
	@deploy/verify

format: ## Format the Java and TypeScript sources
	@mvn -q spotless:apply && npm --prefix board-app/frontend run format
