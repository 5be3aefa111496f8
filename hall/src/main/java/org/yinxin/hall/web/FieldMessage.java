package org.yinxin.hall.web;

/**
 * One message about one field, in the reader's language.
 *
 * @param field the field's name, which is also the id of its input
 * @param message what is wrong and how to put it right
 */
public record FieldMessage(String field, String message) {}
