#!/bin/bash
# Fetching against what a user would pick instead, from nginx on loopback, SHA-256 checked, in interleaved rounds:
#   1 GiB without limits          target: at most 0.9  of the best peer's wall time
#   256 MiB at 20 MB/s per connection     at most 0.65 of aria2c's
#   memory at 16 connections              below 150 MB
#   1 GiB through TLS                     told, without a target
# Needs nginx, curl, aria2c, openssl and the compiled module (mvn test-compile). Usage: it/bench/fetch.sh [rounds]
set -euo pipefail
rounds=${1:-5}
here=$(cd "$(dirname "$0")/../.." && pwd)
classes=$here/datasets-maven-plugin/target
work=$(mktemp -d "${TMPDIR:-/tmp}/bench-fetch.XXXXXX")
port=$((20000 + RANDOM % 20000))
trap 'kill "$(cat "$work/nginx.pid" 2>/dev/null)" 2>/dev/null || true; rm -rf "$work"' EXIT
trap 'echo "failed: $BASH_COMMAND" >&2; tail -5 "$work/said" "$work/error.log" >&2 2> /dev/null || true' ERR
set -E  # also within functions
[ -d "$classes/classes/io" ] && [ -d "$classes/test-classes/io" ] || { echo "compile first: mvn test-compile" >&2; exit 1; }
for tool in nginx curl aria2c openssl keytool bc; do
  command -v "$tool" > /dev/null || { echo "$tool is missing" >&2; exit 1; }
done

chmod 755 "$work"  # nginx drops its rights
mkdir -p "$work/www" "$work/tmp"
cat > "$work/nginx.conf" <<CONF
pid $work/nginx.pid; error_log $work/error.log; worker_processes 1;
events { worker_connections 256; }
http {
  access_log off; sendfile on; tcp_nopush on;
  client_body_temp_path $work/tmp; proxy_temp_path $work/tmp; fastcgi_temp_path $work/tmp;
  uwsgi_temp_path $work/tmp; scgi_temp_path $work/tmp;
  server {
    listen 127.0.0.1:$port; root $work/www;
    location /slow/ { alias $work/www/; limit_rate 20m; }
  }
  server {
    listen 127.0.0.1:$((port + 1)) ssl; root $work/www;
    ssl_certificate $work/cert.pem; ssl_certificate_key $work/key.pem;
  }
}
CONF
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost \
  -keyout "$work/key.pem" -out "$work/cert.pem" 2> /dev/null
keytool -importcert -noprompt -alias nginx -file "$work/cert.pem" -keystore "$work/trust" -storepass changeit 2> /dev/null
head -c 1G /dev/urandom > "$work/www/big"
head -c 256M "$work/www/big" > "$work/www/mid"
big=$(openssl dgst -sha256 -r "$work/www/big" | cut -d' ' -f1)
mid=$(openssl dgst -sha256 -r "$work/www/mid" | cut -d' ' -f1)
nginx -c "$work/nginx.conf" -p "$work" 2> "$work/said"

out=$work/out
ours() { # connections url sha256
  java -Xmx128m -XX:+UseSerialGC -Djavax.net.ssl.trustStore="$work/trust" -Djavax.net.ssl.trustStorePassword=changeit -cp "$classes/classes:$classes/test-classes" \
    io.evaldata.datasets.download.FetchMain "$out/cache" "$2" "$3" "$1" > "$work/said" 2>&1
}
with_curl() { curl -s --cacert "$work/cert.pem" -o "$out/file" "$1" && openssl dgst -sha256 -r "$out/file" | grep -q "$2"; }
with_aria() { aria2c -q -x8 --checksum=sha-256="$2" -d "$out" -o file "$1"; }  # five of its eight are used by default
with_aria8() { aria2c -q -x8 -s8 --ca-certificate="$work/cert.pem" --checksum=sha-256="$2" -d "$out" -o file "$1"; }
timed() { # column command...
  local column=$1 start end
  shift
  rm -rf "$out" && mkdir -p "$out"
  sync  # nobody waits for what another one wrote
  start=$(date +%s.%N)
  "$@"
  end=$(date +%s.%N)
  echo "$end - $start" | bc >> "$work/$column"
}
median() { sort -n "$work/$1" | awk '{v[NR]=$1} END {print v[int((NR+1)/2)]}'; }

url=http://127.0.0.1:$port
tls=https://localhost:$((port + 1))
for _ in $(seq "$rounds"); do
  timed big.ours ours 8 "$url/big" "$big"
  timed big.curl with_curl "$url/big" "$big"
  timed big.aria2c with_aria8 "$url/big" "$big"
  timed tls.ours ours 8 "$tls/big" "$big"
  timed tls.curl with_curl "$tls/big" "$big"
  timed tls.aria2c with_aria8 "$tls/big" "$big"
  timed slow.ours ours 8 "$url/slow/mid" "$mid"
  timed slow.aria2c with_aria "$url/slow/mid" "$mid"
  timed slow.aria2c8 with_aria8 "$url/slow/mid" "$mid"
done
rm -rf "$out" && mkdir -p "$out"
/usr/bin/time -f %M -o "$work/rss" java -Xmx128m -XX:+UseSerialGC -cp "$classes/classes:$classes/test-classes" \
  io.evaldata.datasets.download.FetchMain "$out/cache" "$url/big" "$big" 16 > /dev/null

best=$(printf '%s\n' "$(median big.curl)" "$(median big.aria2c)" | sort -n | head -1)
echo "1 GiB, no limit:      ours $(median big.ours)  curl+openssl $(median big.curl)  aria2c $(median big.aria2c)" \
  " ratio $(echo "scale=2; $(median big.ours) / $best" | bc) (target 0.90)"
echo "256 MiB, 20 MB/s each: ours $(median slow.ours)  aria2c -x8 $(median slow.aria2c)" \
  " ratio $(echo "scale=2; $(median slow.ours) / $(median slow.aria2c)" | bc) (target 0.65);" \
  " aria2c -x8 -s8 $(median slow.aria2c8) ratio $(echo "scale=2; $(median slow.ours) / $(median slow.aria2c8)" | bc)"
echo "1 GiB, TLS:           ours $(median tls.ours)  curl+openssl $(median tls.curl)  aria2c $(median tls.aria2c)"
echo "RSS at 16 connections: $(($(cat "$work/rss") / 1024)) MB (target 150)"
