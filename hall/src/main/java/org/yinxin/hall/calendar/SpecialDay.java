package org.yinxin.hall.calendar;

import java.time.LocalDate;

/**
 * A day that is not as its day of the week says.
 *
 * @param day the day
 * @param working true for a working day that makes up for a holiday (调休), false for a holiday
 * @param name what it is called
 */
public record SpecialDay(LocalDate day, boolean working, String name) {}
