package gatehouse.connector.ssh;

import gatehouse.connector.spi.inbound.InboundListener;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.Activation;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.ConfigProperty;
import jakarta.resource.spi.InvalidPropertyException;
import jakarta.resource.spi.ResourceAdapter;
import java.io.Serializable;

/** How the SSH server listens; set by the message-driven bean that receives its connections. */
@Activation(messageListeners = InboundListener.class)
public class SshActivationSpec implements ActivationSpec, Serializable {
    private static final long serialVersionUID = 1L;
    private static final int HIGHEST_PORT = 65_535;

    private transient ResourceAdapter resourceAdapter;

    @ConfigProperty(defaultValue = "127.0.0.1")
    private String bindAddress = "127.0.0.1";

    @ConfigProperty(defaultValue = "2222")
    private Integer port = 2222;

    /** Addresses or networks, comma separated, whose connections start with a PROXY protocol header; empty: none. */
    @ConfigProperty(defaultValue = "")
    private String proxyProtocolFrom = "";

    @ConfigProperty(defaultValue = "120")
    private Integer loginGraceSeconds = 120;

    @ConfigProperty(defaultValue = "10")
    private Integer mostAuthenticationFailures = 10;

    @ConfigProperty(defaultValue = "600")
    private Integer mostUnauthenticated = 600;

    /** An address here is an IPv4 address or an IPv6 /64. */
    @ConfigProperty(defaultValue = "300")
    private Integer mostUnauthenticatedPerAddress = 300;

    @ConfigProperty(defaultValue = "false")
    private Boolean offerChacha20 = false;

    /** Typed at the server by itself some time after its start; 0: none. */
    @ConfigProperty(defaultValue = "0")
    private Integer warmUpKeystrokes = 0;

    @Override
    public void validate() throws InvalidPropertyException {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new InvalidPropertyException("port must be 0..65535");
        }
        if (loginGraceSeconds < 1
                || mostAuthenticationFailures < 1
                || mostUnauthenticated < 1
                || mostUnauthenticatedPerAddress < 1) {
            throw new InvalidPropertyException("limits of the SSH server must be positive");
        }
    }

    @Override
    public ResourceAdapter getResourceAdapter() {
        return resourceAdapter;
    }

    @Override
    public void setResourceAdapter(ResourceAdapter adapter) throws ResourceException {
        this.resourceAdapter = adapter;
    }

    public String getBindAddress() {
        return bindAddress;
    }

    public void setBindAddress(String value) {
        this.bindAddress = value;
    }

    public Integer getPort() {
        return port;
    }

    public void setPort(Integer value) {
        this.port = value;
    }

    public String getProxyProtocolFrom() {
        return proxyProtocolFrom;
    }

    public void setProxyProtocolFrom(String value) {
        this.proxyProtocolFrom = value;
    }

    public Integer getLoginGraceSeconds() {
        return loginGraceSeconds;
    }

    public void setLoginGraceSeconds(Integer value) {
        this.loginGraceSeconds = value;
    }

    public Integer getMostAuthenticationFailures() {
        return mostAuthenticationFailures;
    }

    public void setMostAuthenticationFailures(Integer value) {
        this.mostAuthenticationFailures = value;
    }

    public Integer getMostUnauthenticated() {
        return mostUnauthenticated;
    }

    public void setMostUnauthenticated(Integer value) {
        this.mostUnauthenticated = value;
    }

    public Integer getMostUnauthenticatedPerAddress() {
        return mostUnauthenticatedPerAddress;
    }

    public void setMostUnauthenticatedPerAddress(Integer value) {
        this.mostUnauthenticatedPerAddress = value;
    }

    public Integer getWarmUpKeystrokes() {
        return warmUpKeystrokes;
    }

    public void setWarmUpKeystrokes(Integer value) {
        this.warmUpKeystrokes = value;
    }

    public Boolean getOfferChacha20() {
        return offerChacha20;
    }

    public void setOfferChacha20(Boolean value) {
        this.offerChacha20 = value;
    }
}
