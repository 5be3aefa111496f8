package org.yinxin.hall.calendar;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The calendar without its pages, for tests that promise something. */
@Configuration(proxyBeanMethods = false)
@Import({CalendarDays.class, ReadCalendar.class})
public class CalendarRoom {}
