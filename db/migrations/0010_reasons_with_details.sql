-- A reason was a word; it became a rule and what the rule found.
UPDATE `comments` SET reasons = (
	SELECT json_group_array(json_object(
		'rule', CASE instr(value, ':') WHEN 0 THEN value ELSE substr(value, 1, instr(value, ':') - 1) END,
		'detail', CASE instr(value, ':') WHEN 0 THEN '' ELSE substr(value, instr(value, ':') + 1) END))
	FROM json_each(`comments`.reasons))
WHERE reasons <> '[]' AND json_type(reasons, '$[0]') = 'text';
