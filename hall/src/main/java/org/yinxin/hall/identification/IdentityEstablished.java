package org.yinxin.hall.identification;

import org.yinxin.hall.actor.Actor;

/**
 * A check was passed. Published inside the transaction that records it.
 *
 * @param check which one
 * @param subject what {@link SubjectDigests} makes of the answers that it is about
 * @param by who passed it: the subscriber, or the hall when a source told it
 * @param evidence what proves it, without personal data, such as {@code MOBILE MATCH try:…}
 */
public record IdentityEstablished(CheckKey check, String subject, Actor by, String evidence) {}
