package io.evaldata.datasets.download;

import java.util.Optional;

/**
 * A forward proxy.
 *
 * @param host where it listens
 * @param port where it listens
 * @param login who we are there, sent as Basic authentication to the proxy alone
 */
public record HttpProxy(String host, int port, Optional<Credentials.Login> login) {}
