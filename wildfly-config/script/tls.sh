# The default certificate: a local CA whose key signs once, and a leaf for the names of this machine.

tls_names() {
  local host
  host=$(uname -n)
  printf 'dns:localhost,ip:127.0.0.1,ip:::1'
  [ "$host" = localhost ] || ! [[ $host =~ ^[A-Za-z0-9.-]+$ ]] || printf ',dns:%s' "$host"
  case $GATEHOUSE_BIND in 127.* | 0.0.0.0 | :: | ::1) ;; *) printf ',ip:%s' "$GATEHOUSE_BIND" ;; esac
  [ -z "$GATEHOUSE_NAMES" ] || printf ',dns:%s' "${GATEHOUSE_NAMES//,/,dns:}"
}

# What a Host header may name for HTTP to redirect there, as a regular expression without a backslash: the names of the certificate and, when every
# interface is bound, the addresses of this machine. Anything else would let a stranger's link choose where a browser goes.
host_pattern() {
  local names own=''
  names=$(tls_names)
  case $GATEHOUSE_BIND in 0.0.0.0 | ::) own=$(hostname -I 2>/dev/null || true) ;; esac
  {
    tr ',' '\n' <<<"$names" | sed 's/^[a-z]*://'
    tr ' ' '\n' <<<"$own"
  } | sed -n -e 's/[.]/[.]/g' -e '/:/s|.*|[^a-zA-Z0-9.:@/-]&]|' -e '/./p' | paste -sd '|'
}

# The default certificate is renewed every two years, and when a name of this machine changes; then browsers have to be told anew.
certificate() {
  local tls=$GATEHOUSE_HOME/tls names
  names=$(tls_names)
  forget_ca_key
  # an operator's own key store stays as it is
  if [ -e "$tls/server.p12" ] && ! is_made_here "$tls"; then return; fi
  if [ "$(cat "$tls/names" 2>/dev/null)" = "$names" ] && [ -z "$(find "$tls/server.p12" -mtime +760 2>/dev/null || echo missing)" ]; then return; fi
  [ ! -e "$tls/server.p12" ] || say "A new certificate is made (for: $names); tell browsers and scripts to trust $tls/ca.pem again."
  make_certificate "$names" >"$GATEHOUSE_HOME/logs/certificate.log" 2>&1 ||
    fail "the certificate could not be made; see $GATEHOUSE_HOME/logs/certificate.log"
}

fingerprint() { sha256sum <"$1" | cut -d ' ' -f 1; }

is_made_here() { grep -qxF "$(fingerprint "$1/server.p12")" "$1/made" 2>/dev/null; }

# Earlier versions kept the key of their CA, which browsers trust for every name: it goes, and what it signed stays until it ends.
forget_ca_key() {
  local tls=$GATEHOUSE_HOME/tls
  rm -rf "$tls"/.ca.*
  [ -e "$tls/ca.p12" ] || return 0
  [ ! -e "$tls/server.p12" ] || fingerprint "$tls/server.p12" >"$tls/made"
  rm -f "$tls/ca.p12"
}

# The CA exists so that browsers can be told to trust it; its key signs once and is thrown away. Kept, it could speak for every name on
# the machines of everybody who trusts it.
make_certificate() {
  local tls=$GATEHOUSE_HOME/tls once done=1
  once=$(mktemp -d "$tls/.ca.XXXXXX")
  sign_certificate "$tls" "$once" "$1" && done=0
  rm -rf "$once"
  return $done
}

# sign_certificate TLS ONCE NAMES: everything is made in ONCE first, so that a failure leaves what was there
sign_certificate() {
  local tls=$1 once=$2 days=820
  [ -e "$tls/password" ] || random_hex >"$tls/password"
  local store=(-storetype PKCS12 -storepass:file "$tls/password" -noprompt)
  local ca=(-keystore "$once/ca.p12" "${store[@]}") leaf=(-keystore "$once/server.p12" "${store[@]}")
  keytool -genkeypair "${ca[@]}" -alias ca -keyalg EC -groupname secp256r1 -validity $days \
    -dname "CN=Gatehouse local CA $(random_hex | head -c 8)" -ext bc:c=ca:true,pathlen:0 -ext ku:c=keyCertSign,cRLSign &&
    keytool -exportcert -rfc "${ca[@]}" -alias ca -file "$once/ca.pem" &&
    keytool -genkeypair "${leaf[@]}" -alias server -keyalg EC -groupname secp256r1 -dname "CN=Gatehouse" -validity $days &&
    keytool -certreq "${leaf[@]}" -alias server -file "$once/server.csr" &&
    keytool -gencert "${ca[@]}" -alias ca -infile "$once/server.csr" -rfc -validity $days \
      -ext "san=$3" -ext eku=serverAuth -ext ku:c=digitalSignature >"$once/server.pem" &&
    keytool -importcert "${leaf[@]}" -alias ca -file "$once/ca.pem" &&
    keytool -importcert "${leaf[@]}" -alias server -file "$once/server.pem" || return 1
  # until all of it is there it counts as not made; both stores count as made here while one takes the other's place
  rm -f "$tls/names" &&
    fingerprint "$once/server.p12" >>"$tls/made" &&
    mv "$once/ca.pem" "$once/server.pem" "$tls/" &&
    mv "$once/server.p12" "$tls/" &&
    fingerprint "$tls/server.p12" >"$tls/made" &&
    printf '%s' "$3" >"$tls/names"
}
