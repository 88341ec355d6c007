-- Health of an Application, as Argo CD's documentation gives it: without it a wave of Applications does not wait for the one before.
-- It goes into argocd-cm as resource.customizations.health.argoproj.io_Application; see kustomization.yaml.
if obj.status == nil or obj.status.health == nil then
  return { status = "Progressing", message = "" }
end
return { status = obj.status.health.status, message = obj.status.health.message or "" }
