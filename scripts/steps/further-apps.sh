# azd deploys the function app that works; those of the other regions, which only answer, get the same package here.

deploy_further_apps() {
    [ -n "${AZURE_FURTHER_FUNCTION_APPS:-}" ] || return 0
    need_tool azd "get it from https://aka.ms/azd."
    try_azd package functions --output-path "$work/functions.zip" ||
        fail "Packaging the function app for the other regions failed ($(complaint)). See what 'azd package functions' says, then run 'azd hooks run postdeploy'."
    for further in $(printf '%s' "$AZURE_FURTHER_FUNCTION_APPS" | tr ',' ' '); do
        azure "Deploying to the function app ${further#*/}" "Until then it answers with the version before. Run 'azd hooks run postdeploy' again; if it stays, look at the app's deployments in the portal." \
            functionapp deployment source config-zip --resource-group "${further%%/*}" --name "${further#*/}" --src "$work/functions.zip" --output none
        say "Regions: ${further#*/} has the package."
    done
    rm -f "$work/functions.zip"
}
