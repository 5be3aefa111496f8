package org.yinxin.authority.profile;

/**
 * How one attribute of the subject is written.
 *
 * @param presence required or allowed; what a profile does not list is forbidden
 * @param longest in characters
 */
public record AttributeRule(
        NameAttribute attribute, Presence presence, StringForm form, int longest) {}
