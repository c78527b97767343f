#!/bin/sh
# Makes the pictures of the READMEs anew from the journey test, so that they show what the pages really are.
set -eu
cd "$(dirname "$0")/.."
./mvnw -B -q test -Dtest='StoryJourneyTest' -Dpictures=true -Dsurefire.failIfNoSpecifiedTests=false
mkdir -p docs/images
for name in inbox form plan; do
  cp "target/screenshots/readme-$name.png" "docs/images/$name.png"
  size=$(wc -c < "docs/images/$name.png")
  if [ "$size" -gt 200000 ]; then
    echo "docs/images/$name.png has $size bytes, more than 200 KB" >&2
    exit 1
  fi
done
ls -l docs/images
