/* lectern-json-error.c: what is wrong with a file, and where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lectern-json-scan.h"

typedef struct
{
  guint line;
  guint column;
} LecternJsonErrorPrivate;

static void
lectern_json_error_private_init (LecternJsonErrorPrivate *priv)
{
  priv->line = 0;
  priv->column = 0;
}

static void
lectern_json_error_private_copy (const LecternJsonErrorPrivate *from,
                                 LecternJsonErrorPrivate       *to)
{
  *to = *from;
}

static void
lectern_json_error_private_clear (LecternJsonErrorPrivate *priv)
{
}

G_DEFINE_EXTENDED_ERROR (LecternJsonError, lectern_json_error)

/**
 * lectern_json_error_get_position:
 * @error: any error
 * @line: (out): the line, from 1
 * @column: (out): the column in characters, from 1
 *
 * Says where in the file an error is.  Its message does not repeat that.
 *
 * Returns: %FALSE if @error is none of %LECTERN_JSON_ERROR
 */
gboolean
lectern_json_error_get_position (const GError *error,
                                 guint        *line,
                                 guint        *column)
{
  const LecternJsonErrorPrivate *priv;

  g_return_val_if_fail (error != NULL, FALSE);

  if (error->domain != LECTERN_JSON_ERROR)
    return FALSE;

  priv = lectern_json_error_get_private (error);
  *line = priv->line;
  *column = priv->column;

  return TRUE;
}

/**
 * lectern_json_error_new:
 * @code: the kind of error
 * @text: the text, UTF-8 up to @offset
 * @offset: where it is wrong
 * @message: a translated sentence
 *
 * Makes an error that knows its position.
 *
 * Returns: (transfer full): the error
 */
GError *
lectern_json_error_new (LecternJsonError  code,
                        const char       *text,
                        gsize             offset,
                        const char       *message)
{
  GError *error = g_error_new_literal (LECTERN_JSON_ERROR, code, message);
  LecternJsonErrorPrivate *priv = lectern_json_error_get_private (error);

  lectern_json_position (text, offset, &priv->line, &priv->column);

  return error;
}
