package org.yinxin.hall.revocation;

/**
 * The authority has answered: the state of the ending is done or refused. Published in the transaction that notes it.
 */
public record CertificateEnded(Ending ending) {}
