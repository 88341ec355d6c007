-- Health of a MessageBoard for Argo CD, from its conditions. It goes into argocd-cm as
-- resource.customizations.health.messageboard.dev_MessageBoard; see kustomization.yaml.
local function condition(kind)
  for _, found in ipairs(obj.status.conditions) do
    if found.type == kind then
      return found
    end
  end
end

if obj.status == nil or obj.status.conditions == nil then
  return { status = "Progressing", message = "The operator has not looked at the board yet" }
end
if obj.status.observedGeneration ~= obj.metadata.generation then
  return { status = "Progressing", message = "The operator has not looked at the newest spec yet" }
end
local stalled, paused, ready = condition("Stalled"), condition("Paused"), condition("Ready")
if stalled ~= nil and stalled.status == "True" then
  local says = string.sub(stalled.message, 1, #stalled.reason) == stalled.reason
  return { status = "Degraded", message = says and stalled.message or stalled.reason .. ": " .. stalled.message }
end
if paused ~= nil and paused.status == "True" then
  return { status = "Suspended", message = paused.message }
end
if ready ~= nil and ready.status == "True" then
  return { status = "Healthy", message = ready.message }
end
local message = ready ~= nil and ready.message or ""
if obj.status.phase == "Degraded" or obj.status.phase == "Failed" then
  return { status = "Degraded", message = message }
end
return { status = "Progressing", message = message }
