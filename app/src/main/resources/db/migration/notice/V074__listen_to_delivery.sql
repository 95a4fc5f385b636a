insert into notice.cursors values ('delivery', pg_current_xact_id()::text::bigint, 0);
