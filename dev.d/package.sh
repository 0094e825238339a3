# package: build/package/vigie_VERSION_ARCHITECTURE.deb. The same sources, compiler and libraries give the
# same bytes: its dates are that of the last commit.
make_package() {
  build release vigie
  local folder=build/package version architecture tree file
  version=$(build/release/vigie --version | awk '{print $2}')
  architecture=$(dpkg --print-architecture)
  tree=$folder/tree
  file=$folder/vigie_${version}_$architecture.deb
  SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
  export SOURCE_DATE_EPOCH
  rm -rf "$folder"
  put_package_files "$tree"
  put_package_control "$tree" "$version" "$architecture"
  find "$tree" -newermt "@$SOURCE_DATE_EPOCH" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
  dpkg-deb --root-owner-group -Zxz --build "$tree" "$file" >/dev/null
  say "package: $file, $(stat -c %s "$file") bytes, sha256 $(sha256sum "$file" | cut -c1-16)"
}

put_package_files() {
  local tree=$1
  install -D -m 0755 build/release/vigie "$tree/usr/bin/vigie"
  strip --strip-unneeded "$tree/usr/bin/vigie"
  install -D -m 0644 packaging/vigie.service "$tree/usr/lib/systemd/system/vigie.service"
  install -D -m 0640 packaging/vigie.yaml "$tree/etc/vigie/vigie.yaml"
  install -D -m 0644 LICENSE "$tree/usr/share/doc/vigie/copyright"
  mkdir -p "$tree/usr/share/man/man1"
  gzip -9n <packaging/vigie.1 >"$tree/usr/share/man/man1/vigie.1.gz"
  gzip -9n <CHANGELOG.md >"$tree/usr/share/doc/vigie/changelog.gz"
  chmod 0644 "$tree/usr/share/man/man1/vigie.1.gz" "$tree/usr/share/doc/vigie/changelog.gz"
  find "$tree" -type d -exec chmod 0755 {} +
}

put_package_control() {
  local tree=$1 version=$2 architecture=$3 script libraries
  libraries=$(package_libraries "$tree/usr/bin/vigie")
  mkdir -p "$tree/DEBIAN"
  cat >"$tree/DEBIAN/control" <<CONTROL
Package: vigie
Version: $version
Architecture: $architecture
Maintainer: The Vigie project <vigie@localhost>
Section: admin
Priority: optional
Depends: $libraries, adduser, tzdata
Recommends: ca-certificates
Suggests: postgresql
Installed-Size: $(du -sk --apparent-size "$tree" | cut -f1)
Description: the cockpit of service delivery
 Reads agreements (SLA, OLA, underpinning contracts) and the events of tickets
 and outages, and says which promises were kept, who held what for how long,
 what a miss costs, and why, in English and in French.
CONTROL
  echo /etc/vigie/vigie.yaml >"$tree/DEBIAN/conffiles"
  for script in postinst prerm postrm; do
    install -m 0755 "packaging/$script" "$tree/DEBIAN/$script"
  done
  (cd "$tree" && find usr -type f -print0 | sort -z | xargs -0 md5sum) >"$tree/DEBIAN/md5sums"
}

# "libc6 (>= 2.36), libpq5 (>= 15.0), ...": the libraries that a program needs, with their least versions.
package_libraries() {
  local program scratch
  program=$(realpath "$1")
  scratch=$(mktemp -d)
  mkdir "$scratch/debian"
  printf 'Source: vigie\n\nPackage: vigie\nArchitecture: any\n' >"$scratch/debian/control"
  (cd "$scratch" && dpkg-shlibdeps -O "$program" 2>/dev/null) | sed -n 's/^shlibs:Depends=//p'
  rm -rf "$scratch"
}
