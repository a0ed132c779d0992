# What all hooks share, for PowerShell 7; the same as lib.sh. Dot-sourced, never run.
# A hook ends with 0: all is as it should be, 1: a step failed, 2: a setting, a tool or a sign-in is missing.
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $false

$Root = Split-Path -Parent $PSScriptRoot
$Work = Join-Path ([IO.Path]::GetTempPath()) ([IO.Path]::GetRandomFileName())
New-Item -ItemType Directory -Path $Work | Out-Null
if (-not $IsWindows) { [IO.File]::SetUnixFileMode($Work, 'UserRead,UserWrite,UserExecute') }

class HookFailure : Exception {
    [int] $Code
    HookFailure([string] $sentence, [int] $code) : base($sentence) { $this.Code = $code }
}

function Stop-Hook([string] $Sentence, [int] $Code = 1) { throw [HookFailure]::new($Sentence, $Code) }

# Runs a hook's steps, tells a failure in its sentence, removes what was written for it, and exits.
function Invoke-Hook([scriptblock] $Steps) {
    $code = 0
    try { & $Steps }
    catch {
        $code = if ($_.Exception -is [HookFailure]) { $_.Exception.Code } else { 1 }
        [Console]::Error.WriteLine($_.Exception.Message)
    }
    finally { Remove-Item -Recurse -Force $Work }
    exit $code
}

function Get-Setting([string] $Name) { [Environment]::GetEnvironmentVariable($Name) }

# Settings that azd gives its hooks.
function Assert-Settings([string[]] $Names) {
    foreach ($name in $Names) {
        if (-not (Get-Setting $name)) {
            Stop-Hook "$name is not set: provision first with 'azd provision', and run hooks by 'azd hooks run', which hands them the environment." 2
        }
    }
}

function Assert-Tool([string] $Name, [string] $Where) {
    if (-not (Get-Command $Name -CommandType Application -ErrorAction SilentlyContinue)) { Stop-Hook "$Name is not installed: $Where" 2 }
}

# The first line of what a command complained of, without anything that looks like a key or a signature.
function Get-Complaint {
    $line = Get-Content (Join-Path $Work 'az.err') -ErrorAction SilentlyContinue | Where-Object { $_.Trim() } | Select-Object -First 1
    "$line" -replace '(code|sig|key)=[^&" ]*', '$1=***'
}

# The one place that calls the Azure CLI; $null when it failed.
function Invoke-Az([string[]] $Arguments) {
    $answer = & az @Arguments --only-show-errors 2> (Join-Path $Work 'az.err')
    if ($LASTEXITCODE -ne 0) { return $null }
    return "$answer"
}

# The one place that calls azd; $null when it failed.
function Invoke-Azd([string[]] $Arguments) {
    & azd @Arguments --cwd $Root --no-prompt 2> (Join-Path $Work 'az.err') | Out-Null
    if ($LASTEXITCODE -ne 0) { return $null }
    return ''
}

function Invoke-Azure([string] $Does, [string] $Advice, [string[]] $Arguments) {
    $answer = Invoke-Az $Arguments
    if ($null -eq $answer) { Stop-Hook "$Does failed ($(Get-Complaint)). $Advice" }
    return $answer
}

function Assert-SignedIn {
    Assert-Tool 'az' 'get the Azure CLI from https://aka.ms/azcli.'
    if ($null -eq (Invoke-Az @('account', 'show', '--output', 'none'))) { Stop-Hook "The Azure CLI is not signed in: run 'az login', then this again." 2 }
}

# Until the block gives true; false when it never did.
function Wait-Until([int] $Times, [int] $Seconds, [string] $What, [scriptblock] $Block) {
    $pause = if ($env:STREAMPLATFORM_HOOK_PAUSE) { [int] $env:STREAMPLATFORM_HOOK_PAUSE } else { $Seconds }
    for ($i = 1; ; $i++) {
        if (& $Block) { return $true }
        if ($i -ge $Times) { return $false }
        if ($i -eq 1) { Write-Host "Waiting for $What…" }
        Start-Sleep -Seconds $pause
    }
}

# What to do about a service that lets in its own network alone; nothing where it doesn't.
function Get-Closed([string] $Name, [string] $Service) {
    if ("$env:AZURE_CLOSED".Split(',') -contains $Name) {
        "$Service lets in only its own network: run this there, or name your address in STREAMPLATFORM_DEPLOYER_ADDRESSES and provision again. "
    }
}

# The path in Azure Resource Manager of a resource of home's group, or of another.
function Get-ArmPath([string] $Path, [string] $Group = $env:AZURE_RESOURCE_GROUP) { "/subscriptions/$env:AZURE_SUBSCRIPTION_ID/resourceGroups/$Group/providers/$Path" }
