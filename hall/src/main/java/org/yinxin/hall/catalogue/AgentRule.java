package org.yinxin.hall.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * Which answers of a form say who acts for the subscriber (经办人); each is the name of a field.
 *
 * @param name the agent's name
 * @param identityNumber the agent's resident identity number
 * @param mobile where the agent is told how the application goes on
 * @param email the agent's mail address, or none
 */
public record AgentRule(
        String name, String identityNumber, String mobile, @Nullable String email) {}
