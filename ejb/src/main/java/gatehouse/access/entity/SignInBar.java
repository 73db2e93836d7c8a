package gatehouse.access.entity;

import java.time.Instant;

/** One user's sign-ins from one network (an IPv4 address or an IPv6 /64) are refused, whatever is given, until then (R10.3). */
public record SignInBar(String network, Instant until) {}
