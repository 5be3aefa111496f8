-- The status service answers for single certificates and never reads a list.
REVOKE SELECT ON crl FROM yinxin_status;
