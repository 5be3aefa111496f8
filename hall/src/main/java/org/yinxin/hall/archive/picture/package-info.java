/**
 * What a file really is, and whether it is a whole, honest picture. Pure functions over bytes: no name, no declared
 * type and no database is looked at, and nothing is decoded before its header has been found acceptable.
 */
@NullMarked
package org.yinxin.hall.archive.picture;

import org.jspecify.annotations.NullMarked;
