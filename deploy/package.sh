#!/bin/sh
# Lays Fourleaf out for a quick start: unpacked libraries beside an AOT cache of one trained start.
# Usage: deploy/package.sh target/fourleaf-<version>.jar /opt/fourleaf
# The cache fits this JDK build and these flags only; make it on the machine, or in the image, that will use it.
set -eu
jar=$1
target=$2
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT

"$java" -Djarmode=tools -jar "$jar" extract --force --destination "$target"
mv "$target/$(basename "$jar")" "$target/fourleaf.jar"
cd "$target"
FOURLEAF_DATA=$data FOURLEAF_DATABASE_URL='' FOURLEAF_PORT=0 FOURLEAF_SMTP_PORT=0 \
    "$java" -XX:+UseCompactObjectHeaders -XX:AOTCacheOutput=fourleaf.aot \
    -Dspring.context.exit=onRefresh -jar fourleaf.jar
echo "Start with: cd $target && java -XX:+UseCompactObjectHeaders -XX:AOTCache=fourleaf.aot -jar fourleaf.jar"
