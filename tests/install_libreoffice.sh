#!/bin/sh
# The tests of written files open them in LibreOffice and look at the pages: install what is missing of both.
set -eu
missing=""
command -v soffice >/dev/null 2>&1 || missing="libreoffice-impress libreoffice-writer libreoffice-calc"
command -v pdftoppm >/dev/null 2>&1 || missing="$missing poppler-utils"
fc-list 2>/dev/null | grep -q "Liberation Sans" || missing="$missing fonts-liberation fontconfig"
if [ -z "$missing" ]; then exit 0; fi
if [ "$(id -u)" = 0 ]; then as_root=""; else as_root="sudo"; fi
$as_root apt-get update -qq
# shellcheck disable=SC2086
$as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null
