# The default certificate: a local CA, made once, and a leaf for the names of this machine, renewed before it ends.

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

certificate() {
  local tls=$GATEHOUSE_HOME/tls names
  names=$(tls_names)
  # an operator's own key store stays as it is: put it at tls/server.p12, its password into tls/password, and remove tls/ca.p12
  if [ -e "$tls/server.p12" ] && [ ! -e "$tls/ca.p12" ]; then return; fi
  if [ "$(cat "$tls/names" 2>/dev/null)" = "$names" ] && [ -z "$(find "$tls/server.p12" -mtime +300 2>/dev/null || echo missing)" ]; then return; fi
  make_certificate "$names" >"$GATEHOUSE_HOME/logs/certificate.log" 2>&1 ||
    fail "the certificate could not be made; see $GATEHOUSE_HOME/logs/certificate.log"
}

make_certificate() {
  local tls=$GATEHOUSE_HOME/tls
  [ -e "$tls/password" ] || random_hex >"$tls/password"
  local store=(-storetype PKCS12 -storepass:file "$tls/password" -noprompt)
  local ca=(-keystore "$tls/ca.p12" "${store[@]}") leaf=(-keystore "$tls/server.new" "${store[@]}")
  rm -f "$tls/server.new"
  [ -e "$tls/ca.p12" ] || keytool -genkeypair "${ca[@]}" -alias ca -keyalg EC -groupname secp256r1 -validity 3650 \
    -dname "CN=Gatehouse local CA $(random_hex | head -c 8)" -ext bc:c=ca:true,pathlen:0 -ext ku:c=keyCertSign,cRLSign
  keytool -exportcert -rfc "${ca[@]}" -alias ca -file "$tls/ca.pem"
  keytool -genkeypair "${leaf[@]}" -alias server -keyalg EC -groupname secp256r1 -dname "CN=Gatehouse" -validity 390
  keytool -certreq "${leaf[@]}" -alias server -file "$tls/server.csr"
  keytool -gencert "${ca[@]}" -alias ca -infile "$tls/server.csr" -rfc -validity 390 \
    -ext "san=$1" -ext eku=serverAuth -ext ku:c=digitalSignature >"$tls/server.pem"
  keytool -importcert "${leaf[@]}" -alias ca -file "$tls/ca.pem"
  keytool -importcert "${leaf[@]}" -alias server -file "$tls/server.pem"
  mv "$tls/server.new" "$tls/server.p12"
  rm -f "$tls/server.csr"
  printf '%s' "$1" >"$tls/names"
}
