export const suite = 'bookworm';

/** What a desktop PC of the tests carries beyond the smallest Debian. */
export const basePackages: readonly string[] = [
  'systemd systemd-sysv dbus procps iproute2',
  // Electron's libraries, so that the real window runs inside. It loads libX11-xcb by itself and, without it, dies of a
  // SIGTRAP that names nothing; on a PC with an X server it is always there. libstdc++6 is for the bound node binary.
  'libgtk-3-0 libnss3 libasound2 libgbm1 libx11-xcb1 fonts-dejavu-core xauth libstdc++6',
  // rpm with a database of its own; pkexec and polkitd ask for administrator rights.
  'rpm pkexec polkitd',
].flatMap((group) => group.split(' '));

/**
 * Arguments: scratch folder, target, mirror, folder of downloaded packages, the packages, "memory" or "disk".
 * It runs in namespaces of its own (see isolated()), so its mounts need no cleaning up.
 */
export const buildScript = `
scratch=$1 target=$2 mirror=$3 debs=$4 packages=$5 where=$6
mkdir -p "$scratch" "$debs/partial"
# dpkg syncs every file to the disk; in memory that costs nothing.
if [ "$where" = memory ]; then mount -t tmpfs -o size=3g,mode=755 tmpfs "$scratch"; fi
root=$scratch/root
debootstrap --variant=minbase --cache-dir="$debs" ${suite} "$root" "$mirror"
echo "deb $mirror ${suite} main" > "$root/etc/apt/sources.list"
mount -t proc proc "$root/proc"
mkdir -p "$root/var/cache/apt/archives"
mount --bind "$debs" "$root/var/cache/apt/archives"
if [ -e /etc/resolv.conf ]; then cp -L /etc/resolv.conf "$root/etc/resolv.conf"; fi
# Nothing may be started while it is only a folder.
printf '#!/bin/sh\\nexit 101\\n' > "$root/usr/sbin/policy-rc.d"
chmod 755 "$root/usr/sbin/policy-rc.d"
inside() { DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 chroot "$root" "$@"; }
inside apt-get -q update
inside apt-get -q -y --no-install-recommends -o Dpkg::Options::=--force-unsafe-io -o APT::Keep-Downloaded-Packages=true install $packages
umount "$root/var/cache/apt/archives" "$root/proc"
# Timers and a console would only disturb: a test wants to see its own changes.
for unit in apt-daily.timer apt-daily-upgrade.timer dpkg-db-backup.timer e2scrub_all.timer e2scrub_reap.service \\
  fstrim.timer console-getty.service getty.target systemd-networkd.service systemd-resolved.service; do
  ln -sf /dev/null "$root/etc/systemd/system/$unit"
done
rm -f "$root/usr/sbin/policy-rc.d" "$root/etc/resolv.conf" "$root/etc/hostname" "$root/var/lib/dbus/machine-id"
: > "$root/etc/machine-id"
# Empty and nobody's, so dpkg would take it away with the last package that has settings below it.
rmdir "$root/etc/opt" 2>/dev/null || true
rm -rf "$root"/var/lib/apt/lists/* "$root"/var/cache/apt/*.bin "$root"/var/log/*.log "$root"/var/log/apt
rm -rf "$root"/usr/share/doc/* "$root"/usr/share/man/* "$root"/usr/share/locale/*
mkdir -p "$target"
cp -a "$root/." "$target/"
`;
