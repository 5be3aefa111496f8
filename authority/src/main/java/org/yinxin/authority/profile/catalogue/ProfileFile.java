package org.yinxin.authority.profile.catalogue;

/**
 * One file.
 *
 * @param name its name, for faults
 */
public record ProfileFile(String name, String yaml) {}
