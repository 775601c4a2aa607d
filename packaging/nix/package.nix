# Packages the npm package that `npm pack` makes in a checkout, which needs nothing but Node:
#   nix-build -E 'with import <nixpkgs> { }; callPackage ./packaging/nix/package.nix { }'
{
  lib,
  stdenvNoCC,
  installShellFiles,
  makeWrapper,
  nodejs,
  manifest ? lib.importJSON ../../package.json,
  src ? ../.. + "/${manifest.name}-${manifest.version}.tgz",
}:

stdenvNoCC.mkDerivation {
  pname = manifest.name;
  inherit (manifest) version;
  inherit src;

  nativeBuildInputs = [
    installShellFiles
    makeWrapper
  ];
  dontBuild = true;

  installPhase = ''
    runHook preInstall
    mkdir -p $out/lib/xlcfg
    cp -r . $out/lib/xlcfg
    makeWrapper ${lib.getExe nodejs} $out/bin/xlcfg --add-flags $out/lib/xlcfg/${manifest.bin.xlcfg}
    makeWrapper ${lib.getExe nodejs} $out/bin/xlcfg-language-server \
      --add-flags $out/lib/xlcfg/${manifest.bin.xlcfg-language-server}
    installManPage man/*
    for shell in bash fish zsh; do
      $out/bin/xlcfg completion $shell > xlcfg.$shell
    done
    installShellCompletion xlcfg.{bash,fish,zsh}
    runHook postInstall
  '';

  meta = {
    inherit (manifest) description;
    license = lib.licenses.mit;
    mainProgram = manifest.name;
    platforms = nodejs.meta.platforms;
  };
}
