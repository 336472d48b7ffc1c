-- What tells of a person is written as the station's key says: sealed, or as it is without one.
-- `key_id` is that key; `written` is 0 until the program has brought all rows into that form.
-- `swept` is 0 while traces of an earlier form may be left in the file.
CREATE TABLE sealing (
    one     INTEGER PRIMARY KEY CHECK (one = 1),
    key_id  TEXT NOT NULL,
    written INTEGER NOT NULL,
    swept   INTEGER NOT NULL
);
INSERT INTO sealing VALUES (1, '', 0, 1);

-- Code, owner's id and owner's name, as a JSON array. The columns `code` and `owner_id` keep only
-- what a row is found by; `owner_name` is no longer used.
ALTER TABLE dossiers ADD COLUMN identity BLOB NOT NULL DEFAULT '';
UPDATE dossiers SET identity = json_array(code, owner_id, owner_name), owner_name = '';

-- Beginnings of the words of name, code and owner id, none of them readable; the row id is that of
-- `dossiers`.
DROP TABLE dossier_words;
CREATE VIRTUAL TABLE dossier_words
    USING fts5 (words, content = '', detail = none, columnsize = 0, tokenize = 'ascii');
